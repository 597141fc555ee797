CREATE TABLE `seat` (
	`account_id` text NOT NULL,
	`tool` text NOT NULL,
	`identity` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`last_active_at` integer,
	PRIMARY KEY(`account_id`, `tool`, `identity`, `since`),
	FOREIGN KEY (`account_id`) REFERENCES `usage_account`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `seat_open` ON `seat` (`account_id`,`until`);--> statement-breakpoint
CREATE TABLE `tool_day` (
	`account_id` text NOT NULL,
	`day` text NOT NULL,
	`tool` text NOT NULL,
	`identity` text NOT NULL,
	`active` integer NOT NULL,
	`sessions` integer,
	`requests` integer,
	`suggested_lines` integer,
	`accepted_lines` integer,
	PRIMARY KEY(`account_id`, `day`, `tool`, `identity`),
	FOREIGN KEY (`account_id`) REFERENCES `usage_account`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `usage_account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`cursor` text,
	`covered_until` integer,
	`limits` text NOT NULL
) STRICT;
