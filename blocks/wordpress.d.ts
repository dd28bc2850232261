/** What the blocks use of two WordPress packages that ship no types; the site's own version is what runs. */

declare module '@wordpress/blocks' {
	import type { ComponentType, ReactNode } from 'react';

	export interface BlockEditProps< Attributes > {
		readonly attributes: Attributes;
		readonly setAttributes: ( change: Partial< Attributes > ) => void;
		readonly isSelected: boolean;
	}

	export interface Block {
		readonly name: string;
	}

	export interface BlockVariation< Attributes > {
		readonly name: string;
		readonly title: string;
		readonly description: string;
		readonly icon?: string;
		readonly attributes: Partial< Attributes >;
		readonly isDefault?: boolean;
		readonly isActive: readonly ( keyof Attributes )[];
		readonly scope: ReadonlyArray< 'inserter' | 'block' | 'transform' >;
	}

	export interface BlockTransform {
		readonly type: string;
		readonly blocks: readonly string[];
		readonly transform: ( attributes: Readonly< Record< string, unknown > > ) => readonly Block[];
	}

	export function createBlock( name: string, attributes?: Readonly< Record< string, unknown > > ): Block;

	export function registerBlockType< Attributes >(
		metadata: { readonly name: string },
		settings: {
			readonly edit: ComponentType< BlockEditProps< Attributes > >;
			readonly save: () => ReactNode;
			readonly variations?: ReadonlyArray< BlockVariation< Attributes > >;
			readonly transforms?: { readonly from: readonly BlockTransform[] };
		}
	): void;
}

declare module '@wordpress/block-editor' {
	import type { ComponentType, HTMLAttributes, ReactNode } from 'react';

	export const InspectorControls: ComponentType< { readonly children: ReactNode } >;

	export const RichText: ComponentType< {
		readonly tagName: string;
		readonly className: string;
		readonly allowedFormats: readonly string[];
		readonly placeholder: string;
		readonly value: string;
		readonly onChange: ( value: string ) => void;
	} >;

	export function useBlockProps( props: HTMLAttributes< HTMLDivElement > ): HTMLAttributes< HTMLDivElement >;
}
