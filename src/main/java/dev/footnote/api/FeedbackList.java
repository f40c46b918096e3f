package dev.footnote.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Feedback, the oldest first. */
record FeedbackList(
        List<FeedbackView> feedback,
        @Schema(description = "Send this as \"after\" for what comes next; null at the end.") @Nullable String next) {}
