CREATE TABLE `attribution` (
	`id` text NOT NULL,
	`rules_version` text NOT NULL,
	`level` text NOT NULL,
	`tools` text NOT NULL,
	`strength` text,
	`marked_commits` integer,
	`commits` integer,
	`evidence` text NOT NULL,
	`ai_lines` integer,
	`human_lines` integer,
	`excluded` text,
	PRIMARY KEY(`id`, `rules_version`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `attribution_rules` (
	`only` integer PRIMARY KEY NOT NULL,
	`current` text NOT NULL,
	`previous` text,
	`next` text,
	`reached` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `ai_level` text;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `ai_tools` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'pull-request', `id` FROM `pull_request` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'landing', `repository_id` || '@' || `sha` FROM `mainline_commit` WHERE `landed_by` <> 'pull-request' ON CONFLICT DO NOTHING;
