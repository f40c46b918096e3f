-- What Slack delivered, by the keys that make two deliveries one. The question is empty once it is answered.
CREATE TABLE slack_inbox (
    delivery_key VARCHAR NOT NULL PRIMARY KEY,
    received_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    question VARCHAR NOT NULL
);
CREATE INDEX slack_inbox_received ON slack_inbox (received_at);

-- Whose question led to which answer; the words are in message.
CREATE TABLE slack_question (
    message_id VARCHAR NOT NULL PRIMARY KEY,
    conversation_id VARCHAR NOT NULL,
    team_id VARCHAR NOT NULL,
    channel_id VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    asked_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX slack_question_of_conversation ON slack_question (conversation_id);
CREATE INDEX slack_question_of_user ON slack_question (team_id, user_id);
CREATE INDEX slack_question_of_channel ON slack_question (team_id, channel_id);
CREATE INDEX slack_question_asked ON slack_question (asked_at);

CREATE TABLE slack_channel (
    team_id VARCHAR NOT NULL,
    channel_id VARCHAR NOT NULL,
    article_ids VARCHAR NOT NULL,
    PRIMARY KEY (team_id, channel_id)
);
