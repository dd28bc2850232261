<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * A call whose answer is the same for every person (the organisation, its fields, its licences). A good answer serves the next ones for a minute.
 *
 * Faults are never kept, and a look that must be fresh forgets everything before ({@see ReadMemory::forget()}).
 *
 * @template-covariant T
 * @extends ApiRequest<T>
 */
interface SharedRead extends ApiRequest {}
