CREATE TABLE `bug_link` (
	`bug_id` text NOT NULL,
	`target` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`bug_id`, `target`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `bug_link_by_target` ON `bug_link` (`target`);--> statement-breakpoint
CREATE TABLE `line_rework` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`watched` integer,
	`reworked` integer,
	PRIMARY KEY(`repository_id`, `sha`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `merged_file` (
	`path` integer NOT NULL,
	`merged_at` integer NOT NULL,
	`pull_request_id` text NOT NULL,
	`fixes_until` integer,
	PRIMARY KEY(`path`, `merged_at`, `pull_request_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `merged_file_by_pull_request` ON `merged_file` (`pull_request_id`);--> statement-breakpoint
CREATE TABLE `revert_target` (
	`by` text NOT NULL,
	`repository_id` text NOT NULL,
	`target` text NOT NULL,
	`landed_at` integer NOT NULL,
	PRIMARY KEY(`by`, `target`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `revert_target_by_target` ON `revert_target` (`repository_id`,`target`);--> statement-breakpoint
ALTER TABLE `pull_request_detail` ADD `first_checks` text;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'pull-request', `id` FROM `pull_request` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'landing', `repository_id` || '@' || `sha` FROM `mainline_commit` WHERE `landed_by` <> 'pull-request' ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'issue', `id` FROM `issue` WHERE true ON CONFLICT DO NOTHING;
