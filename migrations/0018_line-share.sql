ALTER TABLE `pull_request_fact` ADD `lines_by_ai` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `lines_noted` integer;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT iif(`number` IS NULL, 'landing', 'pull-request'), `id` FROM `pull_request_fact` WHERE `id` IN (SELECT `id` FROM `attribution` WHERE `ai_lines` IS NOT NULL) ON CONFLICT DO NOTHING;
