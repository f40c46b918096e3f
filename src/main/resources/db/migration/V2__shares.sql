CREATE TABLE share (
    id VARCHAR NOT NULL PRIMARY KEY,
    shared_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    turns CHARACTER LARGE OBJECT NOT NULL
);

-- A conversation lives as long as its last turn, which is looked up by both.
CREATE INDEX message_by_age ON message (conversation_id, created_at);
