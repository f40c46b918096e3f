-- The length of a text in UTF-16 code units, which not every database counts in.
ALTER TABLE article ADD COLUMN characters INTEGER;
UPDATE article SET characters = CHAR_LENGTH(text);
ALTER TABLE article ALTER COLUMN characters SET NOT NULL;

-- Each change of the articles has a number, so that whoever has read them can tell what has changed since.
ALTER TABLE article ADD COLUMN version BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX article_version ON article (version);
CREATE TABLE library (
    version BIGINT NOT NULL,
    removals BIGINT NOT NULL
);
INSERT INTO library (version, removals) VALUES (0, 0);

-- Which process answers a question of Slack, and until when it says so.
ALTER TABLE slack_inbox ADD COLUMN claimed_by VARCHAR;
ALTER TABLE slack_inbox ADD COLUMN claimed_until TIMESTAMP(9) WITH TIME ZONE;
