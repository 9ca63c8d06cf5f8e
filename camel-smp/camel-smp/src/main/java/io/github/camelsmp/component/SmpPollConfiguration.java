package io.github.camelsmp.component;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of consumers that read again and again. What they mean and may be is in their descriptions. */
@UriParams
public class SmpPollConfiguration extends SmpDiscoveryConfiguration {

    @UriParam(label = "consumer", defaultValue = "10000", javaType = "java.time.Duration")
    private long delay = 10000;

    @UriParam(label = "consumer", defaultValue = "0", javaType = "java.time.Duration")
    private long initialDelay;

    @UriParam(label = "consumer", defaultValue = "false")
    private boolean onChange;

    public long getDelay() {
        return delay;
    }

    /**
     * How long a consumer with an operation waits from the end of one exchange to the next question. While the device
     * cannot be reached nothing is asked. Operations for this are those that read without a body: parameters,
     * applicationInfo, bootloaderInfo, taskStatistics, memoryPools, dateTimeRead, imageList, slotInfo, statisticsList,
     * statisticsRead, settingsRead, fileStatus, fileHash, fileHashTypes, groupCount, groupList, groupDetails,
     * deviceInfo, and request as far as it reads.
     */
    public void setDelay(long delay) {
        this.delay = delay;
    }

    public long getInitialDelay() {
        return initialDelay;
    }

    /** How long a consumer with an operation waits before it asks the first time. */
    public void setInitialDelay(long initialDelay) {
        this.initialDelay = initialDelay;
    }

    public boolean isOnChange() {
        return onChange;
    }

    /**
     * Whether a consumer with an operation makes an exchange only of an answer that differs from the one before. The
     * first answer after a start differs from none before.
     */
    public void setOnChange(boolean onChange) {
        this.onChange = onChange;
    }
}
