INSERT INTO `dirty` (`kind`, `id`) SELECT 'bug', `id` FROM `dirty` WHERE `kind` = 'issue' ON CONFLICT DO NOTHING;
