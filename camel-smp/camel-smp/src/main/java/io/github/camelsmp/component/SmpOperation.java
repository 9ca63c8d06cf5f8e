package io.github.camelsmp.component;

/** What a producer can do. The names are those of the option {@code operation}. */
public enum SmpOperation {
    /** Sends the body as text and gets the same text back. */
    echo,
    /** Restarts the device; with {@code bootMode=1} into its bootloader. */
    reset,
    /** Sizes and number of the server's buffers. */
    parameters,
    /** Kernel, version, board and the like as text; {@code format} chooses. */
    applicationInfo,
    /** What the bootloader tells of itself. */
    bootloaderInfo,
    /** Threads of the device with stack and run time. */
    taskStatistics,
    /** Memory pools of the device. */
    memoryPools,
    /** The clock of the device. */
    dateTimeRead,
    /** Sets the clock of the device to the body, or to now. */
    dateTimeWrite,
    /** The images in the slots of the device. */
    imageList,
    /** The slots of the device and what they hold at most. */
    slotInfo,
    /** Uploads the body as an image and changes nothing else. */
    imageUpload,
    /** Lets an image boot once. */
    imageTest,
    /** Makes an image permanent. */
    imageConfirm,
    /** Erases a slot. */
    imageErase,
    /** Names of the statistics groups. */
    statisticsList,
    /** The counters of a statistics group. */
    statisticsRead,
    /** The value of a setting. */
    settingsRead,
    /** Changes a setting until the next reset. */
    settingsWrite,
    /** Deletes a setting. */
    settingsDelete,
    /** Lets the application take the settings that were written. */
    settingsCommit,
    /** Reads all settings from storage. */
    settingsLoad,
    /** Writes all settings, or a subtree, to storage. */
    settingsSave,
    /** Writes the body to a file of the device. */
    fileUpload,
    /** Reads a file of the device. */
    fileDownload,
    /** The size of a file of the device. */
    fileStatus,
    /** Hash or checksum of a file of the device. */
    fileHash,
    /** The hashes and checksums that the device can compute. */
    fileHashTypes,
    /** Closes whatever file the device has open for us. */
    fileClose,
    /** Runs the body as a shell command. */
    shell,
    /** How many management groups the device has. */
    groupCount,
    /** The ids of the device's management groups. */
    groupList,
    /** Name and number of commands of the device's management groups. */
    groupDetails,
    /** Erases the settings partition. */
    storageErase,
    /** Everything the device tells of itself, in one map. */
    deviceInfo,
    /** Brings the device to the firmware in the body. */
    firmwareUpgrade,
    /** Sends the map in the body as a command of any group. */
    request
}
