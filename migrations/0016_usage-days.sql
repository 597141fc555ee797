CREATE TABLE `usage_day` (
	`account_id` text NOT NULL,
	`day` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`account_id`, `day`),
	FOREIGN KEY (`account_id`) REFERENCES `usage_account`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `usage_day_version` ON `usage_day` (`version`);--> statement-breakpoint
ALTER TABLE `usage_account` ADD `seats_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO `usage_day` (`account_id`, `day`, `version`) SELECT DISTINCT `account_id`, `day`, 1 FROM `tool_day`;--> statement-breakpoint
UPDATE `usage_account` SET `seats_version` = 1;
