CREATE TABLE `account_team` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_team_by_owner` ON `account_team` (`owner_id`);--> statement-breakpoint
CREATE TABLE `account_team_member` (
	`team_id` text NOT NULL,
	`login` text NOT NULL,
	PRIMARY KEY(`team_id`, `login`),
	FOREIGN KEY (`team_id`) REFERENCES `account_team`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `deployment` (
	`id` text PRIMARY KEY NOT NULL,
	`repository_id` text NOT NULL,
	`via` text NOT NULL,
	`sha` text NOT NULL,
	`succeeded_at` integer,
	`contains_until` integer,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `deployment_by_success` ON `deployment` (`repository_id`,`via`,`succeeded_at`);--> statement-breakpoint
CREATE TABLE `open_walk` (
	`repository_id` text PRIMARY KEY NOT NULL,
	`towards` text NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `pull_request_detail` (
	`pull_request_id` text PRIMARY KEY NOT NULL,
	`login` text,
	`account_kind` text,
	`merged_by_login` text,
	`merged_by_kind` text,
	`assignees` text NOT NULL,
	`labels` text NOT NULL,
	`closes` text NOT NULL,
	`draft` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`head_sha` text,
	`additions` integer NOT NULL,
	`deletions` integer NOT NULL,
	`changed_files` integer NOT NULL,
	`comment_count` integer,
	`checks` text,
	`comments_known` integer NOT NULL,
	`files` text,
	FOREIGN KEY (`pull_request_id`) REFERENCES `pull_request`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `pull_request_event` (
	`pull_request_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`pull_request_id`, `position`),
	FOREIGN KEY (`pull_request_id`) REFERENCES `pull_request`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `review` (
	`pull_request_id` text NOT NULL,
	`position` integer NOT NULL,
	`id` text NOT NULL,
	`login` text,
	`account_kind` text,
	`state` text NOT NULL,
	`submitted_at` integer NOT NULL,
	PRIMARY KEY(`pull_request_id`, `position`),
	FOREIGN KEY (`pull_request_id`) REFERENCES `pull_request`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `review_comment` (
	`pull_request_id` text NOT NULL,
	`position` integer NOT NULL,
	`id` text NOT NULL,
	`thread_id` text NOT NULL,
	`login` text,
	`account_kind` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`pull_request_id`, `position`),
	FOREIGN KEY (`pull_request_id`) REFERENCES `pull_request`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_git_commit` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`parents` text,
	`author_login` text,
	`author_name` text NOT NULL,
	`author_email` text NOT NULL,
	`authored_at` integer NOT NULL,
	`committer_name` text NOT NULL,
	`committer_email` text NOT NULL,
	`committed_at` integer NOT NULL,
	`message` text NOT NULL,
	PRIMARY KEY(`repository_id`, `sha`),
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_git_commit`("repository_id", "sha", "parents", "author_login", "author_name", "author_email", "authored_at", "committer_name", "committer_email", "committed_at", "message") SELECT "repository_id", "sha", "parents", NULL, "author_name", "author_email", "authored_at", "committer_name", "committer_email", "committed_at", "message" FROM `git_commit`;--> statement-breakpoint
DROP TABLE `git_commit`;--> statement-breakpoint
ALTER TABLE `__new_git_commit` RENAME TO `git_commit`;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `agent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `ready_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `first_review_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `owner_checked_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `first_bot_response_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `approved_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `deployed_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `draft_in_pickup` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `draft_in_review` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `draft_in_merge` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `repository` ADD `external_id` text;--> statement-breakpoint
ALTER TABLE `repository` ADD `deployed_by` text;--> statement-breakpoint
ALTER TABLE `repository` ADD `lost` text;--> statement-breakpoint
CREATE INDEX `pull_request_by_merge` ON `pull_request` (`repository_id`,`merge_sha`);--> statement-breakpoint
INSERT INTO `open_walk` (`repository_id`, `towards`) SELECT `repository_id`, `towards` FROM `walk` WHERE `towards` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `walk` DROP COLUMN `towards`;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'pull-request', `id` FROM `pull_request` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'landing', `repository_id` || '@' || `sha` FROM `mainline_commit` WHERE `landed_by` <> 'pull-request' ON CONFLICT DO NOTHING;--> statement-breakpoint
CREATE INDEX `pull_request_fact_by_deployment` ON `pull_request_fact` (`repository_id`,`deployed_at`);
