CREATE TABLE `issue` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`type_id` text NOT NULL,
	`status_id` text NOT NULL,
	`resolution_id` text,
	`assignee` text,
	`labels` text NOT NULL,
	`sprints` text NOT NULL,
	`parent_id` text,
	`story_points` real,
	`links` text NOT NULL,
	`status_changes` text NOT NULL,
	`resolution_changes` text NOT NULL,
	`assignee_changes` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `issue_project`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `issue_by_project` ON `issue` (`project_id`);--> statement-breakpoint
CREATE TABLE `issue_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`left_out` text,
	`author` text,
	`person` text,
	`teams` text NOT NULL,
	`team_basis` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`declined_at` integer,
	`reopened_at` integer,
	`active_time` integer,
	`waiting_time` integer,
	`status_times` text NOT NULL,
	`story_points` real,
	`pull_requests` integer NOT NULL,
	`first_commit_at` integer,
	`first_review_at` integer,
	`last_merged_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `issue_fact_by_author` ON `issue_fact` (`author`);--> statement-breakpoint
CREATE INDEX `issue_fact_by_project` ON `issue_fact` (`project_id`);--> statement-breakpoint
CREATE TABLE `issue_fact_change` (
	`id` text PRIMARY KEY NOT NULL,
	`generation` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `issue_fact_change_by_generation` ON `issue_fact_change` (`generation`);--> statement-breakpoint
CREATE TABLE `issue_key` (
	`key` text NOT NULL,
	`issue_id` text NOT NULL,
	PRIMARY KEY(`key`, `issue_id`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `issue_key_by_issue` ON `issue_key` (`issue_id`);--> statement-breakpoint
CREATE TABLE `issue_project` (
	`id` text PRIMARY KEY NOT NULL,
	`tracker_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`lost` text,
	FOREIGN KEY (`tracker_id`) REFERENCES `tracker`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `issue_resolution` (
	`tracker_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`delivers` integer NOT NULL,
	PRIMARY KEY(`tracker_id`, `id`),
	FOREIGN KEY (`tracker_id`) REFERENCES `tracker`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `issue_status` (
	`tracker_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`category` text,
	`waiting` integer NOT NULL,
	PRIMARY KEY(`tracker_id`, `id`),
	FOREIGN KEY (`tracker_id`) REFERENCES `tracker`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `issue_type` (
	`tracker_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`tracker_id`, `id`),
	FOREIGN KEY (`tracker_id`) REFERENCES `tracker`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `open_project_walk` (
	`project_id` text PRIMARY KEY NOT NULL,
	`towards` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `issue_project`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `project_walk` (
	`project_id` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`covered_until` integer NOT NULL,
	`limits` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `issue_project`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `pull_request_key` (
	`pull_request_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`pull_request_id`, `key`),
	FOREIGN KEY (`pull_request_id`) REFERENCES `pull_request`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `pull_request_key_by_key` ON `pull_request_key` (`key`);--> statement-breakpoint
CREATE TABLE `tracker` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL
) STRICT;
