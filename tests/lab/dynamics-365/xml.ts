/**
 * As much XML as FetchXML needs: elements, attributes, text. No entities beyond the five, no namespaces.
 */
export interface Element {
	readonly name: string;
	readonly attributes: Readonly< Record< string, string > >;
	readonly children: readonly Element[];
	readonly text: string;
}

const ENTITIES: Readonly< Record< string, string > > = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = ( text: string ): string => text.replace( /&(amp|lt|gt|quot|apos);/g, ( _, name: string ) => ENTITIES[ name ] ?? '' );

const TAG = /<(\/)?([\w-]+)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?>/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
	readonly name: string;
	readonly attributes: Record< string, string >;
	readonly children: Element[];
	text: string;
}

/**
 * Reads one document; null where it is not well formed.
 *
 * @param source The text.
 */
export function parseXml( source: string ): Element | null {
	const root: Open = { name: '', attributes: {}, children: [], text: '' };
	const open: Open[] = [ root ];
	let last = 0;
	for ( const found of source.matchAll( TAG ) ) {
		const [ whole, closing, name = '', attributes = '', isEmpty ] = found;
		const top = open[ open.length - 1 ] as Open;
		const between = source.slice( last, found.index );
		if ( /[<>]/.test( between ) ) {
			return null;
		}
		top.text += unescape( between );
		last = found.index + whole.length;
		if ( closing !== undefined ) {
			open.pop();
			if ( top.name !== name || open.length === 0 ) {
				return null;
			}
			continue;
		}
		const element: Open = {
			name,
			attributes: Object.fromEntries( [ ...attributes.matchAll( ATTRIBUTE ) ].map( ( [ , key = '', double, single ] ) => [ key, unescape( double ?? single ?? '' ) ] ) ),
			children: [],
			text: '',
		};
		top.children.push( element );
		if ( isEmpty === undefined ) {
			open.push( element );
		}
	}
	return open.length === 1 && root.children.length === 1 && source.slice( last ).trim() === '' && root.text.trim() === '' ? root.children[ 0 ] ?? null : null;
}
