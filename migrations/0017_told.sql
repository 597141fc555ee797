CREATE TABLE `told` (
	`about` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
