package io.syncline.local.platform.connect;

import java.nio.file.Path;
import java.util.List;

/** Where a Connect worker listens, and what it finds there. */
public record ConnectAddresses(int port, String bootstrapServers, List<Path> pluginRoots) {}
