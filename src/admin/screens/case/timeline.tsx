import { __, sprintf } from '@wordpress/i18n';

import { Moment } from '../../components/moment';

import type { TimelineEntry } from '../../data/types';

/** Newest first: what happened last is what people come for. */
export const Timeline = ( { entries }: { readonly entries: readonly TimelineEntry[] } ) => (
	<ol className="causeway-timeline" reversed>
		{ newestFirst( entries ).map( ( { at, kind, text, actor }, index ) => (
			<li key={ `${ at }-${ kind }-${ index }` } className={ `causeway-timeline__entry causeway-timeline__entry--${ kind }` }>
				<span>{ text }</span>
				<span className="causeway-timeline__when">
					<Moment at={ at } />
					{ actor !== null && actor !== '' && ! happens( kind ) && (
						<>
							{ ' · ' }
							{ byWhom( kind, actor ) }
						</>
					) }
				</span>
			</li>
		) ) }
	</ol>
);

/** A cause is found by somebody, not done by them. */
const byWhom = ( kind: string, actor: string ): string =>
	kind === 'diagnosed'
		? /* translators: %s: name of a person, or Causeway. */
		  sprintf( __( 'found by %s', 'causeway' ), actor )
		: /* translators: %s: name of a person, or Causeway. */
		  sprintf( __( 'by %s', 'causeway' ), actor );

/** A refusal happens to a person; nobody of ours did it. */
const happens = ( kind: string ): boolean => [ 'opened', 'attempt', 'asked', 'regressed' ].includes( kind );

/** Entries of the same second keep the order in which they were told, reversed with the rest. */
export const newestFirst = ( entries: readonly TimelineEntry[] ): readonly TimelineEntry[] =>
	entries
		.map( ( entry, index ) => ( { entry, index } ) )
		.sort( ( a, b ) => b.entry.at - a.entry.at || b.index - a.index )
		.map( ( { entry } ) => entry );
