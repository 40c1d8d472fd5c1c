/** As much as the page needs of the libraries' types, which their jars leave out. */

declare module 'lit-html' {
  export type TemplateResult = { readonly _$litType$: 1 };
  export const nothing: unique symbol;
  export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function render(content: unknown, into: HTMLElement | DocumentFragment): void;
}

declare module 'lit-html/directives/live.js' {
  export function live(value: unknown): unknown;
}

declare module 'lit-html/directives/guard.js' {
  export function guard(values: readonly unknown[], view: () => unknown): unknown;
}

declare module 'lit-html/directives/repeat.js' {
  export function repeat<T>(items: Iterable<T>, key: (item: T) => unknown, view: (item: T) => unknown): unknown;
}

declare module 'marked' {
  export type Token = { type: string; raw: string; text: string; href?: string; tokens?: Token[] };
  export type Options = { readonly gfm?: boolean };
  type Tokenize = (source: string, masked: string, before?: string) => Token | undefined | false;
  export class Tokenizer {
    link(source: string): Token | undefined | false;
    emStrong: Tokenize;
    del: Tokenize;
  }
  export class Lexer {
    static lexInline(source: string, options: Options): Token[];
  }
  export class Marked {
    constructor(extension: {
      gfm: boolean;
      breaks: boolean;
      tokenizer: Record<string, (this: Tokenizer, source: string, masked: string, before?: string) => Token | undefined | false>;
    });
    defaults: Options;
  }
}

declare module 'dompurify' {}

declare var DOMPurify: {
  setConfig(config: {
    ALLOWED_TAGS: string[];
    ALLOWED_ATTR: string[];
    ALLOW_ARIA_ATTR: boolean;
    ALLOW_DATA_ATTR: boolean;
    ALLOWED_URI_REGEXP: RegExp;
    RETURN_DOM_FRAGMENT: true;
  }): void;
  sanitize(markup: string): DocumentFragment;
};
