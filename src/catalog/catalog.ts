/** The whole catalog in memory, as the compiler and the checker see it. */
import type { CauseDefinition, Rule, Symptom, SystemDefinition } from './types';

/** A definition with the file that it was read from, relative to the checkout. */
export interface Sourced< T > {
	readonly file: string;
	readonly value: T;
}

export interface Catalog {
	readonly systems: ReadonlyArray< Sourced< SystemDefinition > >;
	readonly causes: ReadonlyArray< Sourced< CauseDefinition > >;
}

/** `system:id` of a finding or a symptom. */
export const fullRef = ( ref: string, ownSystem: string ): string => ( ref.includes( ':' ) ? ref : `${ ownSystem }:${ ref }` );

/** `system/cause`. */
export const fullCause = ( cause: string, ownSystem: string ): string => ( cause.includes( '/' ) ? cause : `${ ownSystem }/${ cause }` );

export const causeRef = ( cause: CauseDefinition ): string => `${ cause.system }/${ cause.id }`;

export const codesOf = ( code: string | readonly string[] = [] ): readonly string[] => ( typeof code === 'string' ? [ code ] : code );

/** One pattern for a symptom's sentence in every language that is known; '' where only its code tells. */
export const patternOf = ( { pattern, translations = {} }: Symptom ): string => ( pattern === undefined ? '' : [ pattern, ...Object.values( translations ) ].join( '|' ) );

/** The rule with every reference written in full. */
export const fullRule = ( rule: Rule, ownSystem: string ): Rule => {
	if ( 'all' in rule ) {
		return { all: rule.all.map( ( part ) => fullRule( part, ownSystem ) ) };
	}
	if ( 'any' in rule ) {
		return { any: rule.any.map( ( part ) => fullRule( part, ownSystem ) ) };
	}
	if ( 'not' in rule ) {
		return { not: fullRule( rule.not, ownSystem ) };
	}
	if ( 'finding' in rule ) {
		return { finding: fullRef( rule.finding, ownSystem ), is: rule.is };
	}
	return { symptom: fullRef( rule.symptom, ownSystem ) };
};

/** Every finding and symptom that a rule names, in full. */
export const refsOf = ( rule: Rule, ownSystem: string ): { readonly findings: readonly string[]; readonly symptoms: readonly string[] } => {
	const findings: string[] = [];
	const symptoms: string[] = [];
	const visit = ( part: Rule ): void => {
		if ( 'all' in part ) {
			part.all.forEach( visit );
		} else if ( 'any' in part ) {
			part.any.forEach( visit );
		} else if ( 'not' in part ) {
			visit( part.not );
		} else if ( 'finding' in part ) {
			findings.push( fullRef( part.finding, ownSystem ) );
		} else {
			symptoms.push( fullRef( part.symptom, ownSystem ) );
		}
	};
	visit( rule );
	return { findings, symptoms };
};
