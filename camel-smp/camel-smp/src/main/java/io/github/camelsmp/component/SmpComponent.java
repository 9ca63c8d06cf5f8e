package io.github.camelsmp.component;

import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/** Makes the {@code smp:} endpoints of a context. What is set on it holds for all of them. */
@Component("smp")
public class SmpComponent extends HealthCheckComponent {

    private static final Pattern OPTION = Pattern.compile("\\w[\\w-]*(?:\\.\\w[\\w-]*)*");

    /** What {@code meteredDevices} is unless somebody says otherwise. */
    static final int METERED_DEVICES = 100;

    @Metadata
    private SmpConfiguration configuration = new SmpConfiguration();

    @Metadata(label = "advanced", defaultValue = "100")
    private int meteredDevices = METERED_DEVICES;

    /** The options every endpoint starts with. */
    public SmpConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that every endpoint of the component starts with. */
    public void setConfiguration(SmpConfiguration configuration) {
        this.configuration = configuration;
    }

    public int getMeteredDevices() {
        return meteredDevices;
    }

    /**
     * How many devices have Micrometer meters of their own, 0 or more. The devices that come first have them; all
     * others are counted together, with the name other in place of the address.
     */
    public void setMeteredDevices(int meteredDevices) {
        this.meteredDevices = (int) ArgumentOptions.notNegative("meteredDevices", meteredDevices);
    }

    /** Options are logged as they are set, which is before the component starts. */
    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        Secrets.hide(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SmpEndpoint endpoint = new SmpEndpoint(uri, this, configuration.copy());
        int colon = remaining.indexOf(':');
        if (colon < 1 || colon == remaining.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + remaining
                            + "' is no SMP address, write smp:transport:address, e.g. smp:udp:192.0.2.7 or smp:serial:/dev/ttyACM0");
        }
        endpoint.setTransport(remaining.substring(0, colon));
        endpoint.setAddress(remaining.substring(colon + 1));
        parameters.keySet().forEach(SmpComponent::requireWholeName);
        imageHash(uri).ifPresent(hash -> parameters.put("hash", hash));
        Set<String> stated = Set.copyOf(parameters.keySet());
        setProperties(endpoint, parameters);
        ClientOptions.requireEffect(endpoint.getTransport(), stated, endpoint.getConfiguration());
        return endpoint;
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return OptionConfigurer.before(super.getComponentPropertyConfigurer());
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return OptionConfigurer.before(super.getEndpointPropertyConfigurer());
    }

    /**
     * Camel takes points for the way to a property of a property, and fails without a word where a step is missing, or has
     * nothing but dashes, which it leaves out.
     */
    private static void requireWholeName(String option) {
        if (!OPTION.matcher(option).matches()) {
            throw new IllegalArgumentException("there is no option '" + option + "'");
        }
    }

    /** Camel takes a parameter of this name away before a component sees it; here it is the hash of an image. */
    private static Optional<Object> imageHash(String uri) throws URISyntaxException {
        String query = StringHelper.after(uri, "?");
        return query == null
                ? Optional.empty()
                : Optional.ofNullable(URISupport.parseQuery(query).get("hash"));
    }
}
