-- What the paragraphs of an article are, as JSON; null for articles that were kept before.
ALTER TABLE article ADD COLUMN outline CHARACTER LARGE OBJECT;
