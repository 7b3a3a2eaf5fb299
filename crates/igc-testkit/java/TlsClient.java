import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A TLS client as Java software writes it: a PKCS#12 with the client's key, a PEM file of anchors, one GET.
 * Usage: java TlsClient.java FILE.p12|- ANCHORS.pem URL, the password in TLS_CLIENT_PASSWORD.
 * Prints the HTTP status, then the body. Exit 1 and the exception when no answer came.
 */
final class TlsClient {
    public static void main(String[] args) {
        try {
            HttpClient client = HttpClient.newBuilder().sslContext(context(args[0], args[1])).build();
            HttpRequest request = HttpRequest.newBuilder(URI.create(args[2])).GET().build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            System.out.println(response.statusCode());
            System.out.print(response.body());
        } catch (Exception refused) {
            System.err.println(refused);
            System.exit(1);
        }
    }

    private static SSLContext context(String pkcs12, String anchors) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        try (InputStream in = new FileInputStream(anchors)) {
            int n = 0;
            for (Certificate anchor : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trust.setCertificateEntry("anchor" + n++, anchor);
            }
        }
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keyManagers = null;
        if (!pkcs12.equals("-")) {
            char[] password = System.getenv("TLS_CLIENT_PASSWORD").toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = new FileInputStream(pkcs12)) {
                keys.load(in, password);
            }
            keyManagers = KeyManagerFactory.getInstance("PKIX");
            keyManagers.init(keys, password);
        }
        context.init(keyManagers == null ? null : keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }
}
