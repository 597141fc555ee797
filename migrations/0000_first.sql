CREATE TABLE `commit_change` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`files` text,
	PRIMARY KEY(`repository_id`, `sha`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `commit_note` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`repository_id`, `sha`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `commit_revert` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`reverted_sha` text NOT NULL,
	PRIMARY KEY(`repository_id`, `sha`, `reverted_sha`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `dirty` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `fact_change` (
	`id` text PRIMARY KEY NOT NULL,
	`generation` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `fact_change_by_generation` ON `fact_change` (`generation`);--> statement-breakpoint
CREATE TABLE `generation` (
	`only` integer PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `git_commit` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`parents` text NOT NULL,
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
CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`host` text NOT NULL,
	`pid` integer NOT NULL,
	`taken_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `mainline_commit` (
	`repository_id` text NOT NULL,
	`position` integer NOT NULL,
	`sha` text NOT NULL,
	`landed_by` text NOT NULL,
	`pull_request_id` text,
	PRIMARY KEY(`repository_id`, `position`),
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `mainline_commit_by_sha` ON `mainline_commit` (`repository_id`,`sha`);--> statement-breakpoint
CREATE TABLE `pull_request` (
	`id` text PRIMARY KEY NOT NULL,
	`repository_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`landing` text,
	`base_branch` text,
	`head_branch` text,
	`from_fork` integer,
	`author_name` text,
	`author_email` text,
	`opened_at` integer,
	`merged_at` integer,
	`closed_at` integer,
	`merge_sha` text,
	`commits_known` integer NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `pull_request_by_repository` ON `pull_request` (`repository_id`);--> statement-breakpoint
CREATE TABLE `pull_request_commit` (
	`pull_request_id` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	PRIMARY KEY(`pull_request_id`, `role`, `position`),
	FOREIGN KEY (`pull_request_id`) REFERENCES `pull_request`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `pull_request_commit_by_sha` ON `pull_request_commit` (`repository_id`,`sha`);--> statement-breakpoint
CREATE TABLE `pull_request_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`repository_id` text NOT NULL,
	`number` integer,
	`landing` text,
	`left_out` text,
	`author` text,
	`opened_at` integer,
	`first_commit_at` integer,
	`merged_at` integer,
	`lines` integer,
	`files` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `repository` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`default_branch` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `run` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`asked` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	`summary` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `walk` (
	`repository_id` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`covered_until` integer NOT NULL,
	`towards` text,
	`limits` text NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
