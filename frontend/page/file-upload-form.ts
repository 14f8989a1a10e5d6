/** The upload of a file that the person chose, with a progress bar. See FileUploadForm.java. */
class FileUploadForm extends HTMLElement {
  private get input(): HTMLInputElement | null {
    return this.querySelector('input[type=file]');
  }

  /** Uploads the chosen file and then fires `sent`, even if the upload fails; returns false if no file is chosen. */
  send(): boolean {
    const file = this.input?.files?.[0];
    if (!file) {
      this.input?.focus();
      return false;
    }
    const bar = this.querySelector('progress');
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => {
      if (bar && event.lengthComputable) {
        bar.value = event.loaded / event.total;
      }
    });
    request.addEventListener('loadend', () => {
      if (bar) {
        bar.hidden = true;
      }
      this.dispatchEvent(new CustomEvent('sent'));
    });
    if (bar) {
      bar.value = 0;
      bar.hidden = false;
    }
    const body = new FormData();
    body.append('file', file);
    request.open('POST', this.getAttribute('target') ?? '');
    request.send(body);
    return true;
  }
}

customElements.define('charla-file-upload-form', FileUploadForm);
