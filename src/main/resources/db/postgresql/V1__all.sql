-- The tables of db/migration, in PostgreSQL's words.
CREATE TABLE article (
    sequence_number BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    -- The length of the text in UTF-16 code units.
    characters INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    author TEXT,
    written_on TEXT,
    source TEXT,
    page_starts TEXT NOT NULL,
    added_at TIMESTAMP WITH TIME ZONE NOT NULL,
    file_name TEXT NOT NULL,
    seed BOOLEAN NOT NULL,
    warnings TEXT NOT NULL,
    revision TEXT NOT NULL,
    outline TEXT,
    version BIGINT NOT NULL,
    -- The revision whose passages are in the index, and the replica that sees to it that they are.
    indexed TEXT,
    kept_by TEXT,
    -- The version that the text is from; that it was put into the index is a later one.
    kept_version BIGINT
);
CREATE INDEX article_version ON article (version);
CREATE INDEX article_waiting ON article (id) WHERE indexed IS NULL OR indexed <> revision;

-- Each change of the articles has a number, so that whoever has read them can tell what has changed since.
CREATE TABLE library (
    version BIGINT NOT NULL,
    removals BIGINT NOT NULL
);
INSERT INTO library (version, removals) VALUES (0, 0);

CREATE TABLE message (
    sequence_number BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    id TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX message_of_conversation ON message (conversation_id, sequence_number);
CREATE INDEX message_created ON message (created_at);
CREATE INDEX message_by_age ON message (conversation_id, created_at);

CREATE TABLE feedback (
    message_id TEXT NOT NULL PRIMARY KEY,
    positive BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    text TEXT,
    given_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- article_id is null where someone deleted the article.
CREATE TABLE seed (
    file_name TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    article_id TEXT
);

CREATE TABLE share (
    id TEXT NOT NULL PRIMARY KEY,
    shared_at TIMESTAMP WITH TIME ZONE NOT NULL,
    turns TEXT NOT NULL
);

CREATE TABLE slack_inbox (
    delivery_key TEXT NOT NULL PRIMARY KEY,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    question TEXT NOT NULL,
    -- Which replica answers it, and until when it says so.
    claimed_by TEXT,
    claimed_until TIMESTAMP WITH TIME ZONE
);
CREATE INDEX slack_inbox_received ON slack_inbox (received_at);

CREATE TABLE slack_question (
    message_id TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX slack_question_of_conversation ON slack_question (conversation_id);
CREATE INDEX slack_question_of_user ON slack_question (team_id, user_id);
CREATE INDEX slack_question_of_channel ON slack_question (team_id, channel_id);
CREATE INDEX slack_question_asked ON slack_question (asked_at);

CREATE TABLE slack_channel (
    team_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    article_ids TEXT NOT NULL,
    PRIMARY KEY (team_id, channel_id)
);

-- What one replica at a time does, and until when it says so, by the clock of the database.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Made by the first replica that needs it.
CREATE TABLE secret (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);

CREATE TABLE kept_check (
    id TEXT NOT NULL PRIMARY KEY,
    checked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    given TEXT NOT NULL,
    verified TEXT NOT NULL
);
