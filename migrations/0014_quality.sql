ALTER TABLE `pull_request_fact` ADD `review_rounds` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `review_comments` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `ci_passed_first` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `reverted_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `files_known` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `hotfixed_at` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `lines_reworked` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `lines_watched` integer;--> statement-breakpoint
ALTER TABLE `pull_request_fact` ADD `bug_linked_at` integer;