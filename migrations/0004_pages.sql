CREATE TABLE `note` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`until` text,
	`team_id` text,
	`text` text NOT NULL,
	`removed` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `note_key_unique` ON `note` (`key`);--> statement-breakpoint
CREATE TABLE `shared_page` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`page` text NOT NULL,
	`question` text NOT NULL,
	`generation` integer NOT NULL,
	`data_until` integer,
	`version` text NOT NULL,
	`shared_at` integer NOT NULL,
	`answers` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_page_state_unique` ON `shared_page` (`state`);