package dev.footnote.article;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Has PDFBox draw a page and keeps the glyphs that a reader would see of it: not those that are drawn invisibly, in the
 * colour of what lies below them, under a filled rectangle, outside the page or on a layer that is turned off, and not
 * those that the file itself marks as no part of its content, such as running heads.
 */
final class PdfGlyphs extends PDFTextStripper {

    /** Colours nearer to each other than this, of 0 to 1 in each part, look the same. */
    private static final Pattern BOLD = Pattern.compile("(?i)bold|black|heavy|demi");

    private static final double SAME_COLOUR = 0.06;

    /** The least brightness of a colour that only shimmers through on white, of 0 to 1. */
    private static final double LIGHT = 0.6;

    private static final double OPAQUE = 0.95;

    /** Beyond as many comparisons of glyphs with fills nothing is taken for covered: only a hostile file has them. */
    private static final long MOST_COMPARISONS = 50_000_000;

    /** Text that runs at most so far from a right angle, in degrees, was meant to run at one. */
    private static final int RIGHT_ANGLE_WITHIN = 3;

    /** Where a larger share of a page is marked as no part of its content, the marks are wrong. */
    private static final double MOST_MARKED = 0.5;

    private static final Colour WHITE = new Colour(1, 1, 1);

    /** Parts of 0 to 1. */
    private record Colour(double red, double green, double blue) {

        /** The largest difference in a part. */
        double distance(Colour other) {
            return Math.max(
                    Math.abs(red - other.red), Math.max(Math.abs(green - other.green), Math.abs(blue - other.blue)));
        }

        double brightness() {
            return 0.3 * red + 0.59 * green + 0.11 * blue;
        }
    }

    /** What is known of a glyph when it is drawn. */
    private record Drawn(int order, @Nullable Colour colour, boolean artifact) {}

    /** A filled area, and its colour as red, green and blue of 0 to 1, if it has one and is a rectangle. */
    private record Fill(int order, Rectangle2D area, @Nullable Colour colour) {}

    private final SourceFile file;
    private final IdentityHashMap<TextPosition, Drawn> drawn = new IdentityHashMap<>();
    private final IdentityHashMap<PDColor, Colour> colours = new IdentityHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final Deque<COSName> marks = new ArrayDeque<>();
    private final Deque<Boolean> hiddenLayers = new ArrayDeque<>();
    private List<TextPosition> found = new ArrayList<>();
    private Path2D.Double path = new Path2D.Double();
    private boolean clips;
    private boolean invisibleToo;
    private boolean skippedInvisible;
    private boolean pictured;
    private int order;
    private int lost;
    private long length;
    private @Nullable PDOptionalContentProperties layers;

    /** Stops reading where the limit is passed, through code that lets only this kind through. */
    static final class TooMuchTextException extends IOException {

        private static final long serialVersionUID = 1;
    }

    PdfGlyphs(SourceFile file) {
        this.file = file;
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
        addOperator(new SetNonStrokingColor(this));
        addOperator(new SetNonStrokingColorN(this));
        addOperator(new SetNonStrokingColorSpace(this));
        addOperator(new SetNonStrokingDeviceCMYKColor(this));
        addOperator(new SetNonStrokingDeviceGrayColor(this));
        addOperator(new SetNonStrokingDeviceRGBColor(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
        for (String name : List.of(
                "re", "m", "l", "c", "v", "y", "h", "W", "W*", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*")) {
            addOperator(new PathOperator(name));
        }
        addOperator(new Picture());
    }

    /** @param page from 1 */
    PdfPage read(PDDocument document, int page) throws IOException {
        layers = document.getDocumentCatalog().getOCProperties();
        PdfPage read = read(document, page, false);
        if (read.isEmpty() && skippedInvisible) {
            // Nothing but invisible text: the layer that text recognition lays over a scan.
            read = read(document, page, true);
        }
        return read;
    }

    private PdfPage read(PDDocument document, int page, boolean withInvisible) throws IOException {
        invisibleToo = withInvisible;
        skippedInvisible = false;
        pictured = false;
        lost = 0;
        order = 0;
        drawn.clear();
        colours.clear();
        fills.clear();
        marks.clear();
        hiddenLayers.clear();
        path = new Path2D.Double();
        clips = false;
        found = new ArrayList<>();
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        return pageOf(visible());
    }

    @Override
    protected void writePage() {
        for (List<TextPosition> article : charactersByArticle) {
            found.addAll(article);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        boolean known = font instanceof PDSimpleFont || font.toUnicode(code) != null;
        if (!known && getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER) {
            lost++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        order++;
        PDGraphicsState state = getGraphicsState();
        RenderingMode mode = state.getTextState().getRenderingMode();
        boolean filled = mode.isFill();
        boolean transparent = filled && !mode.isStroke() && state.getNonStrokeAlphaConstant() < SAME_COLOUR;
        boolean invisible = mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP || transparent;
        if (hiddenLayers.contains(true) || isOutside(position, state)) {
            return;
        }
        if (invisible && !invisibleToo) {
            skippedInvisible |= !NormalisedText.isBlank(position.getUnicode());
            return;
        }
        boolean artifact = marks.contains(COSName.ARTIFACT);
        Colour colour = filled && !mode.isStroke() && !invisible ? colourOf(state) : null;
        drawn.put(position, new Drawn(order, colour, artifact));
        super.processTextPosition(position);
    }

    /** Whether a glyph stands outside of the page, or of the part of it that is being drawn on. */
    private boolean isOutside(TextPosition position, PDGraphicsState state) {
        double across = (position.getTextMatrix().getTranslateX() + position.getEndX()) / 2;
        double up = (position.getTextMatrix().getTranslateY() + position.getEndY()) / 2;
        Point2D origin = origin();
        Rectangle2D shown = state.getCurrentClippingPath().getBounds2D();
        double x = across + origin.getX();
        double y = up + origin.getY();
        double slack = 1 + position.getYScale() / 4;
        return x < shown.getMinX() - 1
                || x > shown.getMaxX() + 1
                || y < shown.getMinY() - slack
                || y > shown.getMaxY() + slack;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        marks.push(tag == null ? COSName.getPDFName("Span") : tag);
        hiddenLayers.push(COSName.OC.equals(tag) && properties != null && isTurnedOff(properties));
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        marks.poll();
        hiddenLayers.poll();
    }

    private boolean isTurnedOff(COSDictionary layer) {
        String name = layer.getString(COSName.NAME);
        return layers != null && name != null && layers.hasGroup(name) && !layers.isGroupEnabled(name);
    }

    /** The glyphs that nothing hides, as far as colours and fills tell. */
    private List<TextPosition> visible() throws TooMuchTextException {
        List<TextPosition> seen = new ArrayList<>(found.size());
        List<TextPosition> content = new ArrayList<>(found.size());
        boolean comparable = (long) found.size() * fills.size() <= MOST_COMPARISONS;
        for (TextPosition position : found) {
            length += position.getUnicode().length();
            if (length > 2 * file.maxText()) {
                throw new TooMuchTextException();
            }
            Drawn how = drawn.get(position);
            if (how == null || invisibleToo || !comparable || !isCovered(position, how)) {
                seen.add(position);
                if (how == null || !how.artifact()) {
                    content.add(position);
                }
            }
        }
        return content.size() < (1 - MOST_MARKED) * seen.size() ? seen : content;
    }

    /** Whether a rectangle was filled over a glyph, or it has the colour of what lies below it. */
    private boolean isCovered(TextPosition position, Drawn how) {
        double size = position.getYScale() * 0.25;
        double angle = angleOf(position);
        double across = (position.getTextMatrix().getTranslateX() + position.getEndX()) / 2 - Math.sin(angle) * size;
        double up = (position.getTextMatrix().getTranslateY() + position.getEndY()) / 2 + Math.cos(angle) * size;
        Colour below = WHITE;
        for (Fill fill : fills) {
            if (fill.area().contains(across, up)) {
                if (fill.order() < how.order()) {
                    below = fill.colour();
                } else if (fill.colour() != null) {
                    return true;
                }
            }
        }
        return how.colour() != null && below != null && how.colour().distance(below) < SAME_COLOUR;
    }

    /** The colour in which areas are filled, or null where it is a pattern or not known. */
    private @Nullable Colour colourOf(PDGraphicsState state) {
        PDColor colour = state.getNonStrokingColor();
        if (colour == null || colour.isPattern()) {
            return null;
        }
        Colour known = colours.get(colour);
        if (known == null) {
            try {
                int rgb = colour.toRGB();
                known = new Colour((rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
            } catch (IOException | RuntimeException e) {
                // A colour that PDFBox cannot make out hides nothing.
                return null;
            }
            colours.put(colour, known);
        }
        return known;
    }

    /** In radians, against the clock, as the page lies in the file. */
    private static double angleOf(TextPosition position) {
        Matrix matrix = position.getTextMatrix();
        return Math.atan2(matrix.getShearY(), matrix.getScaleX());
    }

    /** In whole degrees of 0 to 359, at a right angle where that is near. */
    private static int degreesOf(TextPosition position) {
        int degrees = Math.floorMod(Math.round((float) Math.toDegrees(angleOf(position))), 360);
        int right = Math.floorMod(Math.round(degrees / 90f) * 90, 360);
        int off = Math.abs(degrees - right);
        return Math.min(off, 360 - off) <= RIGHT_ANGLE_WITHIN ? right : degrees;
    }

    private PdfPage pageOf(List<TextPosition> positions) {
        Map<Integer, List<TextPosition>> directions = new TreeMap<>();
        for (TextPosition position : positions) {
            directions
                    .computeIfAbsent(degreesOf(position), degrees -> new ArrayList<>())
                    .add(position);
        }
        List<PdfPage.Angled> angled = new ArrayList<>();
        List<PdfGlyph> upright = new ArrayList<>();
        int main = directions.entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size())))
                .map(Map.Entry::getKey)
                .orElse(0);
        for (Map.Entry<Integer, List<TextPosition>> direction : directions.entrySet()) {
            List<PdfGlyph> glyphs = glyphsOf(direction.getValue(), direction.getKey());
            if (direction.getKey() == main) {
                upright = glyphs;
            } else if (glyphs.stream().anyMatch(glyph -> !glyph.isBlank())) {
                boolean oblique = (direction.getKey() - main) % 90 != 0;
                boolean beside = !oblique
                        && isBeside(
                                glyphsOf(direction.getValue(), main), directions.getOrDefault(main, List.of()), main);
                angled.add(new PdfPage.Angled(glyphs, oblique, beside));
            }
        }
        return new PdfPage(upright, angled, invisibleToo && !positions.isEmpty(), lost, pictured);
    }

    private boolean isBeside(List<PdfGlyph> glyphs, List<TextPosition> positions, int main) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (PdfGlyph glyph : glyphsOf(positions, main)) {
            if (!glyph.isBlank()) {
                left = Math.min(left, glyph.left());
                right = Math.max(right, glyph.right());
            }
        }
        double from = left;
        double to = right;
        return glyphs.stream().allMatch(glyph -> glyph.left() <= from)
                || glyphs.stream().allMatch(glyph -> glyph.left() >= to);
    }

    private List<PdfGlyph> glyphsOf(List<TextPosition> positions, int degrees) {
        List<PdfGlyph> glyphs = new ArrayList<>(positions.size());
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        for (TextPosition position : positions) {
            double across = position.getTextMatrix().getTranslateX();
            double up = position.getTextMatrix().getTranslateY();
            double left = across * cosine + up * sine;
            double width = Math.hypot(position.getEndX() - across, position.getEndY() - up);
            glyphs.add(new PdfGlyph(
                    letters(position.getUnicode()),
                    left,
                    left + width,
                    across * sine - up * cosine,
                    sizeOf(position),
                    position.getWidthOfSpace(),
                    isBold(position.getFont()),
                    isLight(drawn.get(position))));
        }
        return glyphs;
    }

    private static boolean isLight(@Nullable Drawn how) {
        return how != null && how.colour() != null && how.colour().brightness() > LIGHT;
    }

    /** The letters of a presentation form, such as a ligature; all else as it is. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean form = c >= '\uFB00' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFE';
            letters.append(
                    form
                            ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                                    .strip()
                            : c);
        }
        return letters.toString();
    }

    private static double sizeOf(TextPosition position) {
        // A font that is drawn by procedures has units of its own.
        double size = position.getFont() instanceof PDType3Font ? 1.4 * position.getHeightDir() : position.getYScale();
        return size > 0.5 ? size : Math.max(1, position.getHeightDir());
    }

    private static boolean isBold(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        String name = font.getName();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600)
                || name != null && BOLD.matcher(name).find();
    }

    /** Keeps what is filled, and where. */
    private void fill() {
        PDGraphicsState state = getGraphicsState();
        Rectangle2D area = path.getBounds2D();
        Colour colour = state.getNonStrokeAlphaConstant() >= OPAQUE && isRectangle() ? colourOf(state) : null;
        addFill(area, colour, state);
    }

    private void addFill(Rectangle2D area, @Nullable Colour colour, PDGraphicsState state) {
        Rectangle2D shown =
                area.createIntersection(state.getCurrentClippingPath().getBounds2D());
        if (shown.getWidth() > 1 && shown.getHeight() > 2) {
            Point2D origin = origin();
            fills.add(new Fill(
                    order,
                    new Rectangle2D.Double(
                            shown.getX() - origin.getX(),
                            shown.getY() - origin.getY(),
                            shown.getWidth(),
                            shown.getHeight()),
                    colour));
        }
    }

    /** Where the visible part of the page begins; the places of glyphs are counted from there. */
    private Point2D origin() {
        var box = getCurrentPage().getCropBox();
        return new Point2D.Double(box.getLowerLeftX(), box.getLowerLeftY());
    }

    private boolean isRectangle() {
        return new Area(path).isRectangular();
    }

    /** Follows the paths of a page as far as fills and clips need it. */
    private final class PathOperator extends OperatorProcessor {

        private final String name;

        PathOperator(String name) {
            super(PdfGlyphs.this);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            float[] at = new float[operands.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
            }
            switch (name) {
                case "re" -> {
                    if (at.length >= 4) {
                        move(at[0], at[1]);
                        line(at[0] + at[2], at[1]);
                        line(at[0] + at[2], at[1] + at[3]);
                        line(at[0], at[1] + at[3]);
                        path.closePath();
                    }
                }
                case "m" -> {
                    if (at.length >= 2) {
                        move(at[0], at[1]);
                    }
                }
                case "l" -> {
                    if (at.length >= 2) {
                        line(at[0], at[1]);
                    }
                }
                case "c", "v", "y" -> {
                    if (at.length >= 4) {
                        curve(at);
                    }
                }
                case "h" -> {
                    if (path.getCurrentPoint() != null) {
                        path.closePath();
                    }
                }
                case "W", "W*" -> clips = true;
                default -> paint();
            }
        }

        private void move(float x, float y) {
            Point2D.Float point = transformedPoint(x, y);
            path.moveTo(point.x, point.y);
        }

        private void line(float x, float y) {
            if (path.getCurrentPoint() == null) {
                move(x, y);
            } else {
                Point2D.Float point = transformedPoint(x, y);
                path.lineTo(point.x, point.y);
            }
        }

        private void curve(float[] at) {
            for (int i = 0; i + 1 < at.length; i += 2) {
                line(at[i], at[i + 1]);
            }
        }

        private void paint() {
            if (!name.equals("n") && !name.equalsIgnoreCase("s")) {
                fill();
            }
            if (clips) {
                getGraphicsState().intersectClippingPath(new Area(path.getBounds2D()));
            }
            clips = false;
            path = new Path2D.Double();
        }
    }

    /** Pictures are not read, but what stands on one is not white on white. */
    private final class Picture extends OperatorProcessor {

        private final DrawObject others = new DrawObject(PdfGlyphs.this);

        Picture() {
            super(PdfGlyphs.this);
        }

        @Override
        public String getName() {
            return OperatorName.DRAW_OBJECT;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty()
                    && operands.get(0) instanceof COSName name
                    && getResources() != null
                    && getResources().isImageXObject(name)) {
                Path2D.Double square = new Path2D.Double(new Rectangle2D.Double(0, 0, 1, 1));
                square.transform(
                        getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
                Rectangle2D area = square.getBounds2D();
                addFill(area, null, getGraphicsState());
                var box = getCurrentPage().getCropBox();
                pictured |= area.getWidth() * area.getHeight() > 0.5 * box.getWidth() * box.getHeight();
            } else {
                others.process(operator, operands);
            }
        }
    }
}
