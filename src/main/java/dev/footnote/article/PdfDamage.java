package dev.footnote.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pages of a PDF of which something cannot be unpacked, or is not there any more. PDFBox leaves that out and goes on,
 * and what it gives looks like a page on which less is written.
 */
final class PdfDamage {

    /** After so many bytes, unpacked, nothing more is looked at: real files have far less text, others are made to harm. */
    private static final long MOST_UNPACKED = 256L << 20;

    private static final int ZLIB_HEADER = 2;

    /** Pages may share what is drawn on them. */
    private final IdentityHashMap<COSStream, Boolean> damaged = new IdentityHashMap<>();

    private long unpacked;

    boolean isIn(PDPage page) {
        COSBase contents = page.getCOSObject().getItem(COSName.CONTENTS);
        List<COSBase> parts = resolved(contents) instanceof COSArray array
                ? StreamSupport.stream(array.spliterator(), false).toList()
                : contents == null ? List.of() : List.of(contents);
        return parts.stream().anyMatch(this::isDamaged);
    }

    private static @Nullable COSBase resolved(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }

    private boolean isDamaged(COSBase part) {
        COSBase found = resolved(part);
        if (found instanceof COSStream stream) {
            return damaged.computeIfAbsent(stream, this::breaksOff);
        }
        return found == null || found instanceof COSNull;
    }

    private boolean breaksOff(COSStream stream) {
        try {
            if (COSName.FLATE_DECODE.equals(stream.getFilters())) {
                try (InputStream packed = stream.createRawInputStream()) {
                    return !unpacks(packed);
                }
            }
            stream.createInputStream().close();
            return false;
        } catch (IOException | DataFormatException e) {
            return true;
        }
    }

    /** Whether it unpacks up to its last block. The sum at its end is often wrong or missing, and nothing is lost with it. */
    private boolean unpacks(InputStream packed) throws IOException, DataFormatException {
        if (packed.readNBytes(ZLIB_HEADER).length == 0) {
            return true;
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] in = new byte[1 << 13];
            byte[] out = new byte[1 << 15];
            while (!inflater.finished() && unpacked < MOST_UNPACKED) {
                if (inflater.needsInput()) {
                    int read = packed.read(in);
                    if (read < 0) {
                        return false;
                    }
                    inflater.setInput(in, 0, read);
                }
                unpacked += inflater.inflate(out);
                if (inflater.needsDictionary()) {
                    return false;
                }
            }
            return true;
        } finally {
            inflater.end();
        }
    }
}
