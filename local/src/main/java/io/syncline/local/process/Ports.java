package io.syncline.local.process;

import io.syncline.local.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Choice of TCP ports on 127.0.0.1. */
public final class Ports {

  private Ports() {}

  /** The preferred port, or any free one when it is taken. */
  public static int preferring(int port) {
    return isFree(port) ? port : any();
  }

  /** The given port and no other. */
  public static int exactly(int port, String option) {
    if (!isFree(port)) {
      throw new LocalException(
          "Port %d is in use. Give another one with %s, or leave %s out to have a free one chosen."
              .formatted(port, option, option));
    }
    return port;
  }

  public static int any() {
    try (ServerSocket socket = bound(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = bound(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // As servers do: a port whose last connection is winding down is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
