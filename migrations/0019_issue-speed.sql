CREATE TABLE `__new_dirty` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_dirty` SELECT `kind`, `id` FROM `dirty` ORDER BY 1, 2;--> statement-breakpoint
DROP TABLE `dirty`;--> statement-breakpoint
ALTER TABLE `__new_dirty` RENAME TO `dirty`;--> statement-breakpoint
CREATE TABLE `__new_issue_key` (
	`key` text NOT NULL,
	`issue_id` text NOT NULL,
	PRIMARY KEY(`key`, `issue_id`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_issue_key` SELECT `key`, `issue_id` FROM `issue_key` ORDER BY 1, 2;--> statement-breakpoint
DROP TABLE `issue_key`;--> statement-breakpoint
ALTER TABLE `__new_issue_key` RENAME TO `issue_key`;--> statement-breakpoint
CREATE INDEX `issue_key_by_issue` ON `issue_key` (`issue_id`);--> statement-breakpoint
CREATE TABLE `__new_issue_fact_change` (
	`id` text PRIMARY KEY NOT NULL,
	`generation` integer NOT NULL
) STRICT, WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_issue_fact_change` SELECT `id`, `generation` FROM `issue_fact_change` ORDER BY 1;--> statement-breakpoint
DROP TABLE `issue_fact_change`;--> statement-breakpoint
ALTER TABLE `__new_issue_fact_change` RENAME TO `issue_fact_change`;--> statement-breakpoint
CREATE INDEX `issue_fact_change_by_generation` ON `issue_fact_change` (`generation`);--> statement-breakpoint
DROP INDEX `issue_fact_by_author`;--> statement-breakpoint
DROP INDEX `issue_fact_by_project`;