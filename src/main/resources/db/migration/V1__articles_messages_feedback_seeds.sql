CREATE TABLE article (
    sequence_number BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    id VARCHAR NOT NULL PRIMARY KEY,
    title VARCHAR NOT NULL,
    text CHARACTER LARGE OBJECT NOT NULL,
    media_type VARCHAR NOT NULL,
    author VARCHAR,
    written_on VARCHAR,
    source VARCHAR,
    page_starts CHARACTER LARGE OBJECT NOT NULL,
    added_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    file_name VARCHAR NOT NULL,
    seed BOOLEAN NOT NULL,
    warnings CHARACTER LARGE OBJECT NOT NULL,
    revision VARCHAR NOT NULL
);

CREATE TABLE message (
    sequence_number BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    id VARCHAR NOT NULL PRIMARY KEY,
    conversation_id VARCHAR NOT NULL,
    created_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    answer CHARACTER LARGE OBJECT NOT NULL
);
CREATE INDEX message_of_conversation ON message (conversation_id, sequence_number);
CREATE INDEX message_created ON message (created_at);

-- No reference to message: what people thought outlives the answers, which expire.
CREATE TABLE feedback (
    message_id VARCHAR NOT NULL PRIMARY KEY,
    positive BOOLEAN NOT NULL,
    reasons CHARACTER LARGE OBJECT NOT NULL,
    text CHARACTER LARGE OBJECT,
    given_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- article_id is null where someone deleted the article.
CREATE TABLE seed (
    file_name VARCHAR NOT NULL PRIMARY KEY,
    sha256 VARCHAR NOT NULL,
    article_id VARCHAR
);
