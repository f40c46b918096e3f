package dev.footnote.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF. The format knows glyphs at places, not words in paragraphs or cells in tables: they are put together again by
 * where they stand. What a reader does not see is left out, and so are running heads, numbers of pages and watermarks.
 */
final class PdfReader implements ArticleReader {

    /** The last lines of a whole file hold its end mark. In bytes; some tools append their own after it. */
    private static final int END_MARK_WITHIN = 4096;

    private static final long MOST_MEMORY = 128L << 20;

    /** A larger share of glyphs without a meaning is worth a warning. */
    private static final double MOST_LOST = 0.005;

    private static final String OCR_REMEDY = "has no text in it: it seems to be scanned. "
            + "Run text recognition (OCR) over it, for example with ocrmypdf, and add the result.";

    private static final String DAMAGED =
            "is damaged and cannot be read. Open it in a PDF viewer, print it to a new PDF and add that.";

    private static final Pattern NO_REAL_TITLE = Pattern.compile(
            "(?i)^(?:microsoft (?:word|powerpoint) - .*|untitled.*|.*\\.(?:docx?|pdf|tex|dvi|indd|rtf|odt))");

    @Override
    public Draft read(SourceFile file) throws UnreadableArticleException {
        if (!endsWithMark(file.content())) {
            throw file.unreadable("is truncated: its end is missing. Copy or download it once more and add it again.");
        }
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file.content()), MemoryUsageSetting.setupMixed(MOST_MEMORY).streamCache)) {
            List<PdfPage> pages = new ArrayList<>();
            List<Integer> damaged = new ArrayList<>();
            PdfGlyphs glyphs = new PdfGlyphs(file);
            PdfDamage damage = new PdfDamage();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                try {
                    pages.add(glyphs.read(document, page));
                    if (damage.isIn(document.getPage(page - 1))) {
                        damaged.add(page);
                    }
                } catch (PdfGlyphs.TooMuchTextException e) {
                    throw e;
                } catch (IOException e) {
                    damaged.add(page);
                    pages.add(PdfPage.EMPTY);
                }
            }
            if (!damaged.isEmpty() && pages.stream().allMatch(PdfPage::isEmpty)) {
                throw file.unreadable(DAMAGED);
            }
            return draft(file, document.getDocumentInformation(), pages, warningsOf(pages, damaged));
        } catch (InvalidPasswordException e) {
            throw file.unreadable(
                    "is encrypted with a password. Open it with the password, save it without one and add that.", e);
        } catch (PdfGlyphs.TooMuchTextException e) {
            throw file.tooLarge();
        } catch (IOException e) {
            throw file.unreadable(DAMAGED, e);
        }
    }

    private static boolean endsWithMark(byte[] content) {
        int from = Math.max(0, content.length - END_MARK_WITHIN);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    /** What of the file is missing in the article, or may be wrong. */
    private static List<String> warningsOf(List<PdfPage> pages, List<Integer> damaged) {
        List<String> warnings = new ArrayList<>();
        if (pages.stream().anyMatch(PdfPage::recognised)) {
            warnings.add("Some pages are scanned; their words come from text recognition and may be wrong.");
        }
        if (!damaged.isEmpty()) {
            warnings.add(named(damaged) + " damaged; text is missing there.");
        }
        List<Integer> pictures = new ArrayList<>();
        long lost = 0;
        long glyphs = 0;
        for (int page = 0; page < pages.size(); page++) {
            if (pages.get(page).isEmpty() && pages.get(page).pictured()) {
                pictures.add(page + 1);
            }
            lost += pages.get(page).lost();
            glyphs += pages.get(page).glyphs().size();
        }
        if (!pictures.isEmpty()) {
            warnings.add(
                    named(pictures) + (pictures.size() == 1 ? " a picture" : " pictures")
                            + "; if there is text in it, it is missing. Run text recognition (OCR) over the file to have it read.");
        }
        if (lost > MOST_LOST * (lost + glyphs)) {
            warnings.add("The file does not tell which letters some of its signs are; words are missing. "
                    + "Run text recognition (OCR) over it, for example with ocrmypdf --force-ocr, to have them read.");
        }
        return warnings;
    }

    private static String named(List<Integer> pages) {
        String numbers = pages.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
        return pages.size() == 1
                ? "Page " + numbers + " is"
                : "Pages " + numbers + (pages.size() > 10 ? " and more" : "") + " are";
    }

    private static Draft draft(
            SourceFile file, PDDocumentInformation information, List<PdfPage> pages, List<String> warnings)
            throws UnreadableArticleException {
        double bodySize = bodySizeOf(pages);
        PdfFurniture furniture = new PdfFurniture(bodySize);
        List<List<PdfRow>> rows = furniture.withoutRunningLines(pages.stream()
                .map(page -> furniture.withoutWatermarks(PdfRows.of(page.glyphs())))
                .toList());
        Map<String, Integer> angledTexts = new HashMap<>();
        pages.stream()
                .flatMap(page -> page.angled().stream().map(PdfReader::wordsOf).distinct())
                .forEach(text -> angledTexts.merge(text, 1, Integer::sum));
        List<List<PdfBlock>> blocks = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            blocks.add(PdfLayout.of(rows.get(i)));
            for (PdfPage.Angled angled : pages.get(i).angled()) {
                if (!furniture.isStamp(angled, angledTexts.getOrDefault(wordsOf(angled), 0) > 1)) {
                    blocks.get(i).add(0, PdfBlock.Aside.of(PdfRows.of(angled.glyphs())));
                }
            }
        }
        PdfManuscript manuscript = new PdfManuscript(file, bodySize, blocks);
        if (manuscript.isEmpty()) {
            throw file.unreadable(OCR_REMEDY);
        }
        String title = blankToNull(information.getTitle());
        Calendar created = information.getCreationDate();
        return new Draft(
                manuscript.text(),
                "application/pdf",
                manuscript.heading(),
                title == null || NO_REAL_TITLE.matcher(title).matches() ? null : title,
                null,
                new Metadata(
                        blankToNull(information.getAuthor()),
                        created == null ? null : created.toInstant().toString(),
                        null),
                manuscript.pageStarts(),
                warnings,
                manuscript.outline());
    }

    private static String wordsOf(PdfPage.Angled angled) {
        return angled.glyphs().stream().map(PdfGlyph::text).collect(Collectors.joining());
    }

    private static double bodySizeOf(List<PdfPage> pages) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (PdfPage page : pages) {
            for (PdfGlyph glyph : page.glyphs()) {
                counts.merge(Math.round(glyph.size() * 2), glyph.isBlank() ? 0 : 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(size -> size.getKey() / 2.0)
                .orElse(0.0);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || NormalisedText.isBlank(text) ? null : text.strip();
    }
}
