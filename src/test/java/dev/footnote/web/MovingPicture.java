package dev.footnote.web;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * An animated GIF. All frames share one palette, of the colours that are most frequent and not nearly alike, and each frame
 * has only the rectangle that differs from the one before.
 */
final class MovingPicture {

    private static final int MOST_COLOURS = 256;

    /** Squared distance in RGB below which two colours are one to the eye. */
    private static final int ALIKE = 48;

    private final List<Frame> frames = new ArrayList<>();

    private record Frame(BufferedImage picture, Duration shown) {}

    /** Adds a frame; all have the same size. */
    void add(BufferedImage picture, Duration shown) {
        frames.add(new Frame(picture, shown));
    }

    /** Writes it, to be played again and again. */
    void write(Path file) throws IOException {
        IndexColorModel palette = palette();
        Map<Integer, Integer> nearest = new HashMap<>();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage before = null;
            for (Frame frame : frames) {
                Rectangle changed = before == null
                        ? new Rectangle(
                                frame.picture().getWidth(), frame.picture().getHeight())
                        : difference(before, frame.picture());
                BufferedImage indexed = indexed(frame.picture(), changed, palette, nearest);
                writer.writeToSequence(
                        new IIOImage(indexed, null, metadata(writer, indexed, changed, frame.shown(), before == null)),
                        null);
                before = frame.picture();
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private IndexColorModel palette() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Frame frame : frames) {
            for (int rgb : pixels(frame.picture())) {
                counts.merge(rgb & 0xFFFFFF, 1, Integer::sum);
            }
        }
        List<Integer> chosen = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(colour -> chosen.size() < MOST_COLOURS
                        && chosen.stream().noneMatch(other -> distance(other, colour) < ALIKE))
                .forEach(chosen::add);
        int[] colours = new int[MOST_COLOURS];
        for (int i = 0; i < chosen.size(); i++) {
            colours[i] = chosen.get(i);
        }
        return new IndexColorModel(8, MOST_COLOURS, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    /** The smallest rectangle outside which two pictures are the same; one pixel where they are the same everywhere. */
    private static Rectangle difference(BufferedImage before, BufferedImage now) {
        Rectangle changed = null;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                if (before.getRGB(x, y) != now.getRGB(x, y)) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    changed = changed == null ? pixel : changed.union(pixel);
                }
            }
        }
        return changed == null ? new Rectangle(1, 1) : changed;
    }

    private static BufferedImage indexed(
            BufferedImage picture, Rectangle part, IndexColorModel palette, Map<Integer, Integer> nearest) {
        BufferedImage indexed = new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                int colour = picture.getRGB(part.x + x, part.y + y) & 0xFFFFFF;
                int index = nearest.computeIfAbsent(colour, sought -> nearest(palette, sought));
                indexed.getRaster().setSample(x, y, 0, index);
            }
        }
        return indexed;
    }

    private static int nearest(IndexColorModel palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.getMapSize(); i++) {
            best = distance(palette.getRGB(i), colour) < distance(palette.getRGB(best), colour) ? i : best;
        }
        return best;
    }

    private static IIOMetadata metadata(
            ImageWriter writer, BufferedImage picture, Rectangle place, Duration shown, boolean isFirst)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(shown.toMillis() / 10));
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", String.valueOf(place.x));
        descriptor.setAttribute("imageTopPosition", String.valueOf(place.y));
        if (isFirst) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(format, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
