package dev.footnote.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What Slack sends. */
final class Events {

    private Events() {}

    static String callback(String eventId, String event) {
        return callback(eventId, false, event);
    }

    static String callback(String eventId, boolean external, String event) {
        return """
                {"token":"x","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"%s","event_time":1,
                 "is_ext_shared_channel":%s,
                 "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],
                 "event":%s}"""
                .formatted(eventId, external, event);
    }

    static String mention(String eventId, String user, String channel, String ts, String text) {
        return callback(
                eventId,
                """
                {"type":"app_mention","user":"%s","channel":"%s","ts":"%s","event_ts":"%s","team":"T1","text":"%s"}"""
                        .formatted(user, channel, ts, ts, text));
    }

    static String direct(String eventId, String ts, String text) {
        return callback(
                eventId,
                """
                {"type":"message","channel_type":"im","user":"U1","channel":"D1","ts":"%s","event_ts":"%s","text":"%s"}"""
                        .formatted(ts, ts, text));
    }

    static String reply(String eventId, String channelType, String channel, String ts, String thread, String text) {
        return callback(
                eventId,
                """
                {"type":"message","channel_type":"%s","user":"U1","channel":"%s","ts":"%s","thread_ts":"%s","event_ts":"%s","text":"%s"}"""
                        .formatted(channelType, channel, ts, thread, ts, text));
    }

    static String command(String command, String text, String trigger, String responseUrl) {
        return "token=x&team_id=T1&team_domain=t&channel_id=C1&channel_name=c&user_id=U1&user_name=u&command="
                + encoded(command) + "&text=" + encoded(text) + "&api_app_id=A1&response_url=" + encoded(responseUrl)
                + "&trigger_id=" + encoded(trigger);
    }

    static String shortcut(String text, String trigger, String responseUrl) {
        return """
                {"type":"message_action","callback_id":"ask_article","trigger_id":"%s","message_ts":"1.1","response_url":"%s",
                 "team":{"id":"T1","domain":"t"},"channel":{"id":"C1","name":"c"},"user":{"id":"U1","name":"u","team_id":"T1"},
                 "message":{"type":"message","user":"U2","ts":"1.1","text":"%s"},"token":"x","action_ts":"1"}"""
                .formatted(trigger, responseUrl, text);
    }

    static String click(String actionId, String type, String value, String responseUrl) {
        return """
                {"type":"block_actions","team":{"id":"T1","domain":"t"},"user":{"id":"U1","username":"u","name":"u","team_id":"T1"},
                 "api_app_id":"A1","token":"x","trigger_id":"%s",
                 "container":{"type":"message","message_ts":"1.2","channel_id":"C1","is_ephemeral":false,"thread_ts":"1.1"},
                 "channel":{"id":"C1","name":"c"},"response_url":"%s",
                 "actions":[{"action_id":"%s","block_id":"b","type":"%s","value":"%s","action_ts":"1"}]}"""
                .formatted(value + "-click", responseUrl, actionId, type, value);
    }

    static String payload(String json) {
        return "payload=" + encoded(json);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
