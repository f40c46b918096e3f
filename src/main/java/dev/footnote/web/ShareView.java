package dev.footnote.web;

import dev.footnote.answer.Answer;
import dev.footnote.conversation.Share;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A shared conversation as its page shows it.
 *
 * @param id as {@link Share#id()}
 * @param title its first question
 * @param sharedAt when it was shared
 * @param date the day of that, for a reader without a script
 * @param turns as they were said, the oldest first
 */
record ShareView(String id, String title, Instant sharedAt, String date, List<Answer> turns) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    ShareView {
        turns = List.copyOf(turns);
    }

    static ShareView of(Share share) {
        return new ShareView(
                share.id(),
                share.turns().get(0).question(),
                share.sharedAt(),
                DAY.format(share.sharedAt()),
                share.turns());
    }
}
