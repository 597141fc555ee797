CREATE TABLE `code_owners` (
	`repository_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `identity_link` (
	`a` text NOT NULL,
	`b` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`a`, `b`, `kind`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `identity_name` (
	`identity` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`identity`, `name`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `identity_person` (
	`identity` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `identity_person_by_person` ON `identity_person` (`person`);--> statement-breakpoint
CREATE TABLE `organisation_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`summary` text NOT NULL,
	`before` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation_state` (
	`only` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`links_changed` integer NOT NULL,
	`zone` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `repository_owner` (
	`position` integer PRIMARY KEY NOT NULL,
	`pattern` text NOT NULL,
	`team_id` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `team` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `team_spell` (
	`position` integer PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`identity` text NOT NULL,
	`from_day` text,
	`to_day` text,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `person` text;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `teams` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `team_basis` text;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'pull-request', `id` FROM `pull_request` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'landing', `repository_id` || '@' || `sha` FROM `mainline_commit` WHERE `landed_by` <> 'pull-request' ON CONFLICT DO NOTHING;--> statement-breakpoint
CREATE INDEX `pull_request_fact_by_author` ON `pull_request_fact` (`author`,`merged_at`,`left_out`);