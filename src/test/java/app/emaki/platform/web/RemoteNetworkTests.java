package app.emaki.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemoteNetworkTests {

    @Test
    void anIpv4AddressIsItsOwnNetwork() {
        assertThat(RemoteNetwork.of("203.0.113.7"))
                .isEqualTo("203.0.113.7")
                .isNotEqualTo(RemoteNetwork.of("203.0.113.8"));
    }

    @Test
    void allAddressesOfOneIpv6HostAreOneNetwork() {
        assertThat(RemoteNetwork.of("2001:db8:1:2::7")).isEqualTo(RemoteNetwork.of("2001:db8:1:2:ffff::1"));
    }

    @Test
    void theHostNextDoorIsAnother() {
        assertThat(RemoteNetwork.of("2001:db8:1:2::7")).isNotEqualTo(RemoteNetwork.of("2001:db8:1:3::7"));
    }

    @Test
    void whatIsNoAddressIsCountedAsItStands() {
        assertThat(RemoteNetwork.of("unknown")).isEqualTo("unknown");
    }
}
