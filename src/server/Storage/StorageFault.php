<?php

declare(strict_types=1);

namespace Causeway\Storage;

/** The database refused a statement. The message holds what it said; never shown to a visitor. */
final class StorageFault extends \RuntimeException {
}
