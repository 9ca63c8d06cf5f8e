package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Our requests, built from the fields of requests that the {@code smp} library made. */
final class Rebuilt {
    private static final Map<String, Function<CborMap, SmpRequest<?>>> BY_CLASS = Map.ofEntries(
            request("os_management.EchoWriteRequest", keys -> new OsGroup.Echo(keys.text("d"))),
            request("os_management.TaskStatisticsReadRequest", keys -> new OsGroup.TaskStatistics()),
            request("os_management.MemoryPoolStatisticsReadRequest", keys -> new OsGroup.MemoryPools()),
            request("os_management.DateTimeReadRequest", keys -> new OsGroup.DateTimeRead()),
            request("os_management.DateTimeWriteRequest", keys -> new OsGroup.DateTimeWrite(keys.text("datetime"))),
            request("os_management.MCUMgrParametersReadRequest", keys -> new OsGroup.Parameters()),
            request(
                    "os_management.OSApplicationInfoReadRequest",
                    keys -> new OsGroup.ApplicationInfo(
                            keys.optionalText("format").orElse(""))),
            request(
                    "os_management.BootloaderInformationReadRequest",
                    keys -> new OsGroup.BootloaderInfo(
                            keys.optionalText("query").orElse(""))),
            request("image_management.ImageStatesReadRequest", keys -> new ImageGroup.StateRead()),
            request("image_management.ImageEraseRequest", keys -> keys.optionalInteger("slot").stream()
                    .mapToObj(ImageGroup.Erase::new)
                    .findFirst()
                    .orElseGet(ImageGroup.Erase::defaultSlot)),
            request(
                    "file_management.FileDownloadRequest",
                    keys -> new FileSystemGroup.Download(keys.text("name"), keys.number("off"))),
            request("file_management.FileStatusRequest", keys -> new FileSystemGroup.Status(keys.text("name"))),
            request("file_management.SupportedFileHashChecksumTypesRequest", keys -> new FileSystemGroup.HashTypes()),
            request("file_management.FileCloseRequest", keys -> new FileSystemGroup.Close()),
            request(
                    "settings_management.WriteSettingRequest",
                    keys -> new SettingsGroup.Write(keys.text("name"), keys.bytes("val"))),
            request("settings_management.DeleteSettingRequest", keys -> new SettingsGroup.Delete(keys.text("name"))),
            request("settings_management.CommitSettingsRequest", keys -> new SettingsGroup.Commit()),
            request("settings_management.LoadSettingsRequest", keys -> new SettingsGroup.Load()),
            request("settings_management.SaveSettingsRequest", keys -> new SettingsGroup.Save()),
            request("shell_management.ExecuteRequest", keys -> new ShellGroup.Execute(keys.texts("argv"))),
            request("statistics_management.GroupDataRequest", keys -> new StatisticsGroup.Show(keys.text("name"))),
            request("statistics_management.ListOfGroupsRequest", keys -> new StatisticsGroup.ListGroups()),
            request("enumeration_management.GroupCountRequest", keys -> new EnumerationGroup.Count()),
            request("enumeration_management.ListOfGroupsRequest", keys -> new EnumerationGroup.ListGroups()),
            request("transport_management.DisconnectRequest", keys -> TransportGroup.Disconnect.current()),
            request("transport_management.DisconnectAllRequest", keys -> TransportGroup.Disconnect.everything()),
            request("transport_management.ListOfTransportsRequest", keys -> new TransportGroup.ListTransports()),
            request("zephyr_management.EraseStorageRequest", keys -> new ZephyrBasicGroup.EraseStorage()));

    private Rebuilt() {}

    private static Map.Entry<String, Function<CborMap, SmpRequest<?>>> request(
            String kind, Function<CborMap, SmpRequest<?>> builder) {
        return Map.entry(kind, builder);
    }

    /** Empty for classes that are no requests, or whose fields ours do not take one by one, as those of uploads. */
    static Optional<SmpRequest<?>> of(String kind, CborMap fields) {
        // an empty text is left out by ours where it may be
        return Optional.ofNullable(BY_CLASS.get(kind))
                .filter(builder -> !fields.asMap().containsValue(""))
                .map(builder -> builder.apply(fields));
    }
}
