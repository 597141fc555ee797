CREATE TABLE `branch_place` (
	`repository_id` text NOT NULL,
	`sha` text NOT NULL,
	`position` integer NOT NULL,
	`committed_at` integer NOT NULL,
	`first` integer NOT NULL,
	PRIMARY KEY(`repository_id`, `sha`),
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `branch_place_by_position` ON `branch_place` (`repository_id`,`position`);--> statement-breakpoint
CREATE TABLE `delivery_rule` (
	`repository_id` text PRIMARY KEY NOT NULL,
	`rules` text,
	`generation` integer NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repository`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `deployment_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`repository_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`pull_requests` integer NOT NULL,
	`failed_by` text,
	`recovered_at` integer,
	`rework` text,
	`ordered` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `deployment_fact_by_repository` ON `deployment_fact` (`repository_id`);--> statement-breakpoint
ALTER TABLE `deployment` ADD `contains_sha` text;--> statement-breakpoint
INSERT INTO `dirty` (`kind`, `id`) SELECT 'pull-request', f.`id` FROM `pull_request_fact` f JOIN `repository` r ON r.`id` = f.`repository_id`
  WHERE r.`deployed_by` IS NOT NULL AND f.`number` IS NOT NULL ON CONFLICT DO NOTHING;
