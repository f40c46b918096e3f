package dev.footnote.store;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between the databases that Footnote keeps things in. */
enum DatabaseKind {

    /** In this process, for it alone. */
    H2 {
        @Override
        String upsert(String table, List<String> key, List<String> others) {
            return "MERGE INTO " + table + " (" + columns(key, others) + ") KEY (" + String.join(", ", key)
                    + ") VALUES (" + places(key, others) + ")";
        }

        @Override
        String storable(String text) {
            return text;
        }

        @Override
        boolean isOutOfReach(SQLException failure) {
            return false;
        }
    },

    /** On a server, for several processes. */
    POSTGRESQL {
        @Override
        String upsert(String table, List<String> key, List<String> others) {
            return "INSERT INTO " + table + " (" + columns(key, others) + ") VALUES (" + places(key, others)
                    + ") ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET "
                    + others.stream().map(each -> each + " = EXCLUDED." + each).collect(Collectors.joining(", "));
        }

        @Override
        String storable(String text) {
            return isWhole(text) ? text : replaced(text);
        }

        @Override
        boolean isOutOfReach(SQLException failure) {
            String state = failure.getSQLState();
            // Without a state it comes of the pool, which got no connection in time.
            return state == null || OUT_OF_REACH.stream().anyMatch(state::startsWith);
        }
    };

    /** No connection, too many of them, shutting down or starting, and a server that only reads (a stand-by). */
    private static final List<String> OUT_OF_REACH = List.of("08", "53", "57P", "58", "25006");

    private static final char REPLACEMENT = '\uFFFD';

    /** A statement that inserts a row, or changes the one that has its key. Its parameters are the key, then the others. */
    abstract String upsert(String table, List<String> key, List<String> others);

    /** The text with U+FFFD for what the database cannot hold. */
    abstract String storable(String text);

    /** Whether a statement failed because the server cannot be reached now. */
    abstract boolean isOutOfReach(SQLException failure);

    private static String columns(List<String> key, List<String> others) {
        return Stream.concat(key.stream(), others.stream()).collect(Collectors.joining(", "));
    }

    private static String places(List<String> key, List<String> others) {
        return "?" + ", ?".repeat(key.size() + others.size() - 1);
    }

    /** Whether a text has neither NUL, which PostgreSQL does not take, nor half of a surrogate pair, which UTF-8 cannot say. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0 || Character.isSurrogate(each)) {
                return replaced(text).equals(text);
            }
        }
        return true;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isHighSurrogate(each)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                whole.append(each).append(text.charAt(++i));
            } else {
                whole.append(each == 0 || Character.isSurrogate(each) ? REPLACEMENT : each);
            }
        }
        return whole.toString();
    }
}
