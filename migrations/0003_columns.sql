CREATE TABLE `kept_column` (
	`week` integer NOT NULL,
	`name` text NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`week`, `name`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `kept_columns` (
	`only` integer PRIMARY KEY NOT NULL,
	`layout` text NOT NULL,
	`generation` integer NOT NULL,
	`texts` text NOT NULL
) STRICT;
