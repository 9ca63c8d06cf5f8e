package io.github.camelsmp.client.transport;

import java.net.InetSocketAddress;
import java.security.cert.CertPath;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.eclipse.californium.elements.util.CertPathUtil;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.CertificateMessage;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.CertificateVerificationResult;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.x509.NewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.util.ServerNames;

/**
 * Lets trust managers judge the certificate of a device. Where the device is addressed by name the certificate has to
 * show that name; literal addresses are seldom in certificates of devices, so there the chain alone counts.
 */
final class DeviceCertificateCheck implements NewAdvancedCertificateVerifier {
    private final HostAndPort target;
    private final List<X509TrustManager> trustManagers;

    DeviceCertificateCheck(HostAndPort target, List<X509TrustManager> trustManagers) {
        if (trustManagers.isEmpty()) {
            throw new IllegalArgumentException("there is no trust manager to judge certificates");
        }
        this.target = target;
        this.trustManagers = List.copyOf(trustManagers);
    }

    @Override
    public List<CertificateType> getSupportedCertificateTypes() {
        return List.of(CertificateType.X_509);
    }

    @Override
    public CertificateVerificationResult verifyCertificate(
            ConnectionId connection,
            ServerNames serverNames,
            InetSocketAddress peer,
            boolean client,
            boolean verifySubject,
            boolean truncate,
            CertificateMessage message) {
        CertPath path = message.getCertificateChain();
        try {
            if (path == null || path.getCertificates().isEmpty()) {
                throw new CertificateException("the device shows no certificate");
            }
            judge(CertPathUtil.toX509CertificatesList(path.getCertificates()).toArray(X509Certificate[]::new));
            return new CertificateVerificationResult(connection, path, null);
        } catch (CertificateException e) {
            AlertMessage alert = new AlertMessage(AlertLevel.FATAL, AlertDescription.BAD_CERTIFICATE);
            return new CertificateVerificationResult(
                    connection, new HandshakeException(e.getMessage(), alert, e), null);
        }
    }

    private void judge(X509Certificate[] chain) throws CertificateException {
        String keyExchange = "ECDHE_" + (chain[0].getPublicKey().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
        for (X509TrustManager manager : trustManagers) {
            manager.checkServerTrusted(chain, keyExchange);
        }
        boolean isName = !target.isIpv4() && !target.isIpv6();
        if (isName && !CertPathUtil.matchDestination(chain[0], target.host())) {
            throw new CertificateException(
                    "it is that of " + CertPathUtil.getSubjectsCn(chain[0]) + ", not of " + target.host());
        }
    }

    @Override
    public List<X500Principal> getAcceptedIssuers() {
        return trustManagers.stream()
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .map(X509Certificate::getSubjectX500Principal)
                .distinct()
                .toList();
    }

    @Override
    public void setResultHandler(HandshakeResultHandler handler) {
        // verifyCertificate answers at once
    }
}
