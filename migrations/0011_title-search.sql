-- Words within titles, found by groups of three letters. Triggers keep it in the transaction that writes the rows.
CREATE VIRTUAL TABLE `title_search` USING fts5(`title`, content='pull_request', content_rowid='rowid', tokenize='trigram');
--> statement-breakpoint
CREATE TRIGGER `title_search_added` AFTER INSERT ON `pull_request` BEGIN
	INSERT INTO `title_search` (rowid, `title`) VALUES (new.rowid, new.`title`);
END;
--> statement-breakpoint
CREATE TRIGGER `title_search_gone` AFTER DELETE ON `pull_request` BEGIN
	INSERT INTO `title_search` (`title_search`, rowid, `title`) VALUES ('delete', old.rowid, old.`title`);
END;
--> statement-breakpoint
CREATE TRIGGER `title_search_changed` AFTER UPDATE OF `title` ON `pull_request` WHEN old.`title` IS NOT new.`title` BEGIN
	INSERT INTO `title_search` (`title_search`, rowid, `title`) VALUES ('delete', old.rowid, old.`title`);
	INSERT INTO `title_search` (rowid, `title`) VALUES (new.rowid, new.`title`);
END;
--> statement-breakpoint
-- Titles that are searched otherwise than they stand: with an address, which is masked, or with letters whose small ones SQLite does not know.
CREATE INDEX `pull_request_odd_title` ON `pull_request` (`id`) WHERE `title` GLOB '*[@İͿԨ-ԮᎠ-ᏵᲉ-ᲿⰯꚘ-ꚚꞖ-Ꟶ𐐀-𞥃]*';
--> statement-breakpoint
INSERT INTO `title_search` (`title_search`) VALUES ('rebuild');
