CREATE TABLE `rollout` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tool` text,
	`kind` text NOT NULL,
	`draw` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `rollout_start` (
	`rollout_id` text NOT NULL,
	`team_id` text NOT NULL,
	`day` text,
	PRIMARY KEY(`rollout_id`, `team_id`),
	FOREIGN KEY (`rollout_id`) REFERENCES `rollout`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
