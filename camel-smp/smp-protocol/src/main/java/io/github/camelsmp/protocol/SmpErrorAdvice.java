package io.github.camelsmp.protocol;

import java.util.Map;
import java.util.Optional;

/** What a user can do about an error, where there is something to be done. */
final class SmpErrorAdvice {

    private static final Map<Integer, String> COMMON = Map.ofEntries(
            Map.entry(2, "the device ran out of buffers: send fewer requests at once"),
            Map.entry(3, "the device did not accept the arguments: a name may be too long or a value malformed"),
            Map.entry(5, "the device has nothing of that name"),
            Map.entry(6, "a slot is in use or an image is pending: confirm or erase it first, or reset the device"),
            Map.entry(
                    7,
                    "the answer does not fit the buffers of the device: ask for less, or enlarge them in its firmware"),
            Map.entry(8, "the firmware of the device was built without this command"),
            Map.entry(9, "the device received only part of the message: it may have been too long for the line"),
            Map.entry(10, "the device is busy: try again later"),
            Map.entry(11, "the application on the device forbids it"),
            Map.entry(12, "the device wants a newer protocol: use SMP version 2"),
            Map.entry(13, "the device wants an older protocol: use SMP version 1"));

    private static final Map<Integer, String> OS = Map.of(
            2, "check the letters of the format, or write the time as yyyy-MM-ddTHH:mm:ss",
            3, "the bootloader of the device does not know this query",
            4, "set the clock of the device first",
            5, "the clock of the device does not work");

    private static final Map<Integer, String> IMAGE = Map.ofEntries(
            Map.entry(3, "the slot holds no image"),
            Map.entry(
                    8,
                    "no slot holds an image with this hash: it is the hash of the image that counts, not of its file"),
            Map.entry(9, "the slot is in use, pending or confirmed: confirm or erase it first"),
            Map.entry(14, "the device does not have this slot"),
            Map.entry(22, "messages are too short for the first 32 bytes of an image, or the file is no image"),
            Map.entry(23, "the file is no MCUboot image"),
            Map.entry(24, "give the hash of the image, all bytes of it"),
            Map.entry(25, "the image was built for the address of another slot"),
            Map.entry(27, "the running version is not older than this one: upload without asking for an upgrade"),
            Map.entry(28, "an image is pending already: reset the device, then try again"),
            Map.entry(30, "the image is larger than its slot"),
            Map.entry(31, "more was sent than announced: start the upload again"),
            Map.entry(32, "the firmware of the device only lets a running image be confirmed: test it and reset first"),
            Map.entry(33, "this image runs already: confirm it instead of testing it"));

    private static final Map<Integer, String> SETTINGS = Map.of(
            2, "the name is too long for the device, usually 31 bytes are the most",
            3, "the device has no setting of this name",
            4, "the device does not let this setting be read",
            5, "the device has no settings below this name",
            6, "the device does not let this setting be written",
            7, "the device does not let this setting be deleted",
            8, "the device does not let settings be saved");

    private static final Map<Integer, String> FILES = Map.of(
            2, "give an absolute path with the mount point, e.g. /lfs1/name",
            3, "there is no such file on the device",
            4, "this is a directory",
            11, "the file has another length than assumed: go on from the length the answer carries",
            12, "the file is shorter than that",
            13, "ask the device for the hash types it supports",
            14, "the device has no file system mounted there",
            15, "the file system is read-only",
            16, "the file is empty");

    private static final Map<Integer, String> SHELL =
            Map.of(2, "the line is too long for the shell of the device", 3, "the command is empty");

    private static final Map<Integer, Map<Integer, String>> BY_GROUP = Map.of(
            SmpError.NO_GROUP,
            COMMON,
            0,
            OS,
            1,
            IMAGE,
            2,
            Map.of(
                    2,
                    "ask the device for the list of its statistics groups",
                    3,
                    "ask the device for the list of its statistics groups"),
            3,
            SETTINGS,
            8,
            FILES,
            9,
            SHELL,
            10,
            Map.of(4, "the device has fewer groups than that"),
            128,
            Map.of(2, "the firmware of the device has no Memfault project key"));

    private SmpErrorAdvice() {}

    static Optional<String> on(int group, int code) {
        return Optional.ofNullable(BY_GROUP.getOrDefault(group, Map.of()).get(code));
    }
}
